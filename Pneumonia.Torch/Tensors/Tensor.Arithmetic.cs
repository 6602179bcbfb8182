using static Pneumonia.Torch.Interop.Native;

namespace Pneumonia.Torch;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum, element by element, broadcast as in PyTorch.</summary>
        public Tensor add(Tensor other) => Make(pnt_add(Handle, other.Handle, out var r), r);

        /// <summary>Sum with a number.</summary>
        public Tensor add(Scalar other) => Make(pnt_add_number(Handle, other, out var r), r);

        /// <summary>Difference, element by element, broadcast as in PyTorch.</summary>
        public Tensor sub(Tensor other) => Make(pnt_sub(Handle, other.Handle, out var r), r);

        /// <summary>Difference with a number.</summary>
        public Tensor sub(Scalar other) => Make(pnt_sub_number(Handle, other, out var r), r);

        /// <summary>Product, element by element, broadcast as in PyTorch.</summary>
        public Tensor mul(Tensor other) => Make(pnt_mul(Handle, other.Handle, out var r), r);

        /// <summary>Product with a number.</summary>
        public Tensor mul(Scalar other) => Make(pnt_mul_number(Handle, other, out var r), r);

        /// <summary>Quotient, element by element, broadcast as in PyTorch.</summary>
        public Tensor div(Tensor other) => Make(pnt_div(Handle, other.Handle, out var r), r);

        /// <summary>Quotient with a number.</summary>
        public Tensor div(Scalar other) => Make(pnt_div_number(Handle, other, out var r), r);

        /// <summary>Power, element by element.</summary>
        public Tensor pow(Tensor exponent) => Make(pnt_pow(Handle, exponent.Handle, out var r), r);

        /// <summary>Power.</summary>
        public Tensor pow(Scalar exponent) => Make(pnt_pow_number(Handle, exponent, out var r), r);

        /// <summary>The greater of two elements.</summary>
        public Tensor maximum(Tensor other) => Make(pnt_maximum(Handle, other.Handle, out var r), r);

        /// <summary>The smaller of two elements.</summary>
        public Tensor minimum(Tensor other) => Make(pnt_minimum(Handle, other.Handle, out var r), r);

        /// <summary>Matrix product, batched over leading dimensions.</summary>
        public Tensor matmul(Tensor other) => Make(pnt_matmul(Handle, other.Handle, out var r), r);

        /// <summary>Product of two matrices.</summary>
        public Tensor mm(Tensor other) => Make(pnt_mm(Handle, other.Handle, out var r), r);

        /// <summary>Product of two batches of matrices.</summary>
        public Tensor bmm(Tensor other) => Make(pnt_bmm(Handle, other.Handle, out var r), r);

        /// <summary>Sum, element by element.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>Sum, element by element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <summary>Sum, element by element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <summary>Difference, element by element.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>Difference, element by element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <summary>Difference, element by element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Make(pnt_rsub_number(right.Handle, left, out var r), r);

        /// <summary>Product, element by element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>Product, element by element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <summary>Product, element by element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <summary>Quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>Quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <summary>Quotient, element by element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Reciprocal(right, left);

        /// <summary>Sign turned, element by element.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        private static Tensor Reciprocal(Tensor tensor, Scalar numerator)
        {
            using var reciprocal = Make(pnt_reciprocal(tensor.Handle, out var r), r);
            return reciprocal.mul(numerator);
        }
    }
}
